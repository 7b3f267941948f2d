"use client";

interface ParamChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly string[];
  /** What it is called to choose nothing; absent where something must be chosen. */
  readonly none?: string;
  readonly onChoose: (path: string) => void;
}

/** Chooses one of the params, or of the metrics. */
export function ParamChoice({ label, value = "", options, none, onChoose }: ParamChoiceProps) {
  const all = value === "" || options.includes(value) ? options : [value, ...options];
  return (
    <label className="inline-flex min-w-0 items-center gap-2 text-muted">
      {label}
      <select
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="h-7 max-w-56 rounded-control border border-line bg-surface px-2 text-text [field-sizing:content]"
      >
        {none !== undefined && <option value="">{none}</option>}
        {all.map((path) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </select>
    </label>
  );
}
