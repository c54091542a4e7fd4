/** How customers whom nobody looks after are called, in results and in what users type. */
export const noOwner = "(no owner)";
