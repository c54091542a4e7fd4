import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    watch: false,
    coverage: {
      provider: "v8",
      reportOnFailure: true,
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "json-summary", "html"],
      // Every branch of what we conclude; of the rest at least nine in ten.
      thresholds: { branches: 90, "src/scoring/**": { branches: 100 } },
    },
  },
});
