/** One thing out of place: where, which rule, and what to do instead. */
export interface Fault {
  readonly file: string;
  /** Line from 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The fault as one line that an editor can jump to. */
export function faultLine(fault: Fault): string {
  const place = fault.line > 0 ? `${fault.file}:${fault.line}` : fault.file;
  return `${place}  ${fault.rule}: ${fault.message}`;
}
