interface OperationIconProps {
  /** SVG path data on a 24 × 24 grid. */
  paths: readonly string[];
  className?: string;
}

export function OperationIcon({ paths, className = "size-4 shrink-0" }: OperationIconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
