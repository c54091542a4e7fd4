import type { SummaryLine } from "../../output/report.ts";

/** The words of the report. Each in full: docs/method.md, by section. */
export const definitions: readonly SummaryLine[] = [
  {
    term: "As-of date, window",
    value:
      "Everything is seen from the as-of date, never from today. The window is the months up to it; the prior window is the same time before.",
  },
  {
    term: "Revenue",
    value: "The lines of the window, net of VAT, returns subtracted. Amounts are exact to the last decimal.",
  },
  {
    term: "Contribution, margin",
    value:
      "Revenue less cost of goods and cost to serve; what it cost to win a customer is no part of it. The margin is contribution ÷ revenue, where the cost of goods is known.",
  },
  {
    term: "Class A to D",
    value:
      "What a customer is worth: A the largest by revenue, C the smallest, B between. D costs more than it brings in, whatever its size.",
  },
  {
    term: "Grade a to d",
    value:
      "What it could be worth: a could at least double, b buy 30 % more, c 10 % more, d has no room or said no. ? is not assessed.",
  },
  {
    term: "To win, increment",
    value: "How much more a customer could buy in a year: its potential less its annual revenue.",
  },
  {
    term: "Priority",
    value:
      "Cells in the order in which they deserve time, growth that can be won first, losses last; in a cell the larger increment first.",
  },
  {
    term: "NPS",
    value:
      "Percent of promoters (9 and 10) less percent of detractors (0 to 6), from −100 to 100. A customer's own is over the latest answer of each respondent in the window.",
  },
  {
    term: "Strength, opportunity, threat, weakness",
    value:
      "Value is high at or above the median revenue, satisfaction above an NPS of 0. High and high is a strength, low value and high NPS an opportunity, high value and low NPS a threat.",
  },
  {
    term: "Retention",
    value:
      "Of the customers at the start of a period, the share that is there at its end. The formula (end − new) ÷ start also counts who came back.",
  },
  {
    term: "New",
    value:
      "First purchase in the period. It is known only where the sales reach back 12 months before, as any export that starts somewhere makes everybody look new.",
  },
  {
    term: "Largest 20 %",
    value: "Customers with most revenue in the window; how much of it all they have tells how much hangs on few.",
  },
  {
    term: "Blocked",
    value: "An offer now would do harm: there is something to repair first.",
  },
  {
    term: "Lost",
    value: "No purchase for twice the customer's own usual gap, and for a year at least; or its contract has ended.",
  },
];
