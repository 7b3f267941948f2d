// Reads what the test runners reported: how many tests there were, and which failed and why.
import { readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./run-command.ts";

export interface Fault {
  /** File and title. */
  readonly name: string;
  readonly message: string;
}

export interface Report {
  passed: number;
  failed: number;
  skipped: number;
  readonly faults: readonly Fault[];
}

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** What kept the whole file from running. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface Suite {
  readonly file: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

interface EndToEndReport {
  readonly stats: Readonly<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>;
  readonly errors?: readonly { readonly message?: string }[];
  readonly suites: readonly Suite[];
}

function fault(name: string, messages: readonly (string | undefined)[]): Fault {
  const lines = stripVTControlCharacters(messages.join("\n")).split("\n");
  return { name, message: lines.slice(0, 40).join("\n").slice(0, 4_000) };
}

/** The JSON report of vitest. */
export function readUnitReport(file: string): Report {
  const report = JSON.parse(readFileSync(file, "utf8")) as UnitReport;
  const faults = report.testResults.flatMap((result) => {
    const { status, message, assertionResults } = result;
    const name = path.relative(root, result.name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [fault(name, [message])] : [];
    return failed.map((test) => fault(`${name}: ${test.fullName}`, test.failureMessages));
  });
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, faults.length),
    skipped: report.numPendingTests + report.numTodoTests,
    faults,
  };
}

function faultsOfSuite({ file, suites = [], specs = [] }: Suite): Fault[] {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) =>
      fault(
        `${file}: ${title}`,
        tests.flatMap(({ results }) =>
          results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        ),
      ),
    );
  return [...failed, ...suites.flatMap(faultsOfSuite)];
}

/** The JSON report of Playwright. */
export function readEndToEndReport(file: string): Report {
  const { stats, errors = [], suites } = JSON.parse(readFileSync(file, "utf8")) as EndToEndReport;
  const whole = errors.map(({ message }) => fault("end-to-end tests", [message]));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + whole.length,
    skipped: stats.skipped,
    faults: [...suites.flatMap(faultsOfSuite), ...whole],
  };
}
