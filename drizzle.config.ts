// drizzle-kit writes the table migrations (`npx drizzle-kit generate`); policies, grants and functions are written by hand.
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./store/tables/*.ts",
  out: "./store/migrations",
});
