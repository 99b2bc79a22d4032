import { TabularRefusal } from "../tabular-refusal.ts";
import type { Limits } from "../table.ts";
import { isBuiltInDate, isDateFormat } from "./cell-text.ts";
import { SharedStrings, SharedStringsHandler } from "./shared-strings.ts";
import type { Archive } from "./unzip.ts";
import { attribute, scanXml, XmlScanner, type XmlHandler } from "./xml-scanner.ts";
import { partName, type ZipEntry } from "./zip-directory.ts";

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  /** By cell style: 1 when its number format shows a day or a time. */
  readonly dateStyles: Uint8Array;
  readonly strings: SharedStrings;
}

/** The small parts (relations, workbook, styles); a real one has kilobytes. */
const SMALL_PART_MAX = 64 * 1024 * 1024;
const TAG_MAX = 1024 * 1024;
const STYLES_MAX = 1024 * 1024;

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Elements with attributes are all that the small parts are read for. */
abstract class Elements implements XmlHandler {
  readonly listens = false;
  abstract open(name: string, attributes: string): void;
  abstract close(name: string): void;
  text(): void {
    return;
  }
}

/** Relations inside the package by id. Those that point outside are no relations to us: nothing is ever fetched. */
class RelationsHandler extends Elements {
  readonly relations = new Map<string, Relation>();

  open(name: string, attributes: string): void {
    if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
    const id = attribute(attributes, "Id");
    const type = attribute(attributes, "Type");
    const target = attribute(attributes, "Target");
    if (id !== null && type !== null && target !== null) this.relations.set(id, { type, target });
  }

  close(): void {
    return;
  }
}

interface NamedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

class WorkbookHandler extends Elements {
  readonly sheets: NamedSheet[] = [];
  readonly #sheetsMax: number;
  is1904 = false;
  isWorkbook = false;

  constructor(sheetsMax: number) {
    super();
    this.#sheetsMax = sheetsMax;
  }

  open(name: string, attributes: string): void {
    if (name === "workbook") this.isWorkbook = true;
    if (name === "workbookPr") this.is1904 = /^(?:1|true|on)$/.test(attribute(attributes, "date1904") ?? "");
    if (name === "sheet") this.#sheet(attributes);
  }

  close(): void {
    return;
  }

  #sheet(attributes: string): void {
    const state = attribute(attributes, "state") ?? "visible";
    const relation = attribute(attributes, ":id") ?? "";
    this.sheets.push({ name: attribute(attributes, "name") ?? "", relation, isHidden: state !== "visible" });
    if (this.sheets.length > this.#sheetsMax) {
      throw new TabularRefusal("tabular.too-many-sheets", { values: { sheetsMax: this.#sheetsMax } });
    }
  }
}

/** A file's own format outranks the built-in one of the same number. */
class StylesHandler extends Elements {
  readonly #custom = new Map<number, boolean>();
  readonly #formats: number[] = [];
  #isCellXfs = false;

  open(name: string, attributes: string): void {
    if (name === "cellXfs") this.#isCellXfs = true;
    if (name === "numFmt") this.#format(attributes);
    if (name !== "xf" || !this.#isCellXfs) return;
    if (this.#formats.length >= STYLES_MAX) throw new TabularRefusal("tabular.damaged");
    this.#formats.push(Number(attribute(attributes, "numFmtId") ?? 0));
  }

  close(name: string): void {
    if (name === "cellXfs") this.#isCellXfs = false;
  }

  dateStyles(): Uint8Array {
    return Uint8Array.from(this.#formats, (id) => ((this.#custom.get(id) ?? isBuiltInDate(id)) ? 1 : 0));
  }

  /** Formats for conditional formatting also call themselves numFmt; they have numbers of their own. */
  #format(attributes: string): void {
    const code = attribute(attributes, "formatCode");
    const id = Number(attribute(attributes, "numFmtId") ?? NaN);
    if (code !== null && !this.#custom.has(id)) this.#custom.set(id, isDateFormat(code));
  }
}

async function scanSmall(archive: Archive, entry: ZipEntry, handler: XmlHandler): Promise<void> {
  if (entry.unpacked > SMALL_PART_MAX) throw new TabularRefusal("tabular.ratio");
  await scanXml(archive.read(entry), new XmlScanner(handler, TAG_MAX));
}

async function readRelations(archive: Archive, name: string): Promise<Map<string, Relation>> {
  const handler = new RelationsHandler();
  const entry = archive.find(name);
  if (entry !== undefined) await scanSmall(archive, entry, handler);
  return handler.relations;
}

/** A target against the folder it is named in: `../` climbs inside the package at most to its root. */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : `${folder}/${target}`).replaceAll("\\", "/").split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return partName(path.join("/"));
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("/")));
}

function relationsName(name: string): string {
  const folder = folderOf(name);
  return partName(`${folder}/_rels/${name.slice(folder === "" ? 0 : folder.length + 1)}.rels`);
}

/** Relation types differ in their beginning between the transitional and the strict form of the standard. */
function isType(relation: Relation, type: string): boolean {
  return relation.type.endsWith(`/${type}`);
}

async function findWorkbook(archive: Archive): Promise<{ readonly name: string; readonly entry: ZipEntry }> {
  const relations = [...(await readRelations(archive, "_rels/.rels")).values()];
  const named = relations.find((relation) => isType(relation, "officeDocument"))?.target;
  const name = resolve("", named ?? "xl/workbook.xml");
  const entry = archive.find(name);
  if (entry === undefined || !name.endsWith(".xml")) throw new TabularRefusal("tabular.not-a-table");
  return { name, entry };
}

class Parts {
  readonly #archive: Archive;
  readonly #folder: string;
  readonly #relations: Map<string, Relation>;

  constructor(archive: Archive, folder: string, relations: Map<string, Relation>) {
    this.#archive = archive;
    this.#folder = folder;
    this.#relations = relations;
  }

  ofType(type: string): ZipEntry | undefined {
    const relation = [...this.#relations.values()].find((candidate) => isType(candidate, type));
    return relation === undefined ? undefined : this.#archive.find(resolve(this.#folder, relation.target));
  }

  /** Chart sheets and old dialog sheets hold no rows and are passed over; a worksheet that is missing is damage. */
  sheets(named: readonly NamedSheet[]): SheetPart[] {
    return named.flatMap(({ name, relation, isHidden }) => {
      const found = this.#relations.get(relation);
      if (found === undefined) throw new TabularRefusal("tabular.damaged");
      if (!isType(found, "worksheet")) return [];
      const entry = this.#archive.find(resolve(this.#folder, found.target));
      if (entry === undefined) throw new TabularRefusal("tabular.damaged");
      return [{ name, isHidden, entry }];
    });
  }
}

/** The workbook's sheets, styles and shared texts. Refuses a zip that holds no workbook. */
export async function readWorkbook(archive: Archive, limits: Limits): Promise<Workbook> {
  const book = await findWorkbook(archive);
  const handler = new WorkbookHandler(limits.sheetsMax);
  await scanSmall(archive, book.entry, handler);
  if (!handler.isWorkbook) throw new TabularRefusal("tabular.not-a-table");
  const relations = await readRelations(archive, relationsName(book.name));
  const parts = new Parts(archive, folderOf(book.name), relations);
  const sheets = parts.sheets(handler.sheets);
  const styles = new StylesHandler();
  const stylesEntry = parts.ofType("styles");
  if (stylesEntry !== undefined) await scanSmall(archive, stylesEntry, styles);
  const strings = new SharedStrings(limits);
  const stringsEntry = parts.ofType("sharedStrings");
  if (stringsEntry !== undefined) {
    const scanner = new XmlScanner(new SharedStringsHandler(strings, limits.cellMax), limits.cellMax * 8 + TAG_MAX);
    await scanXml(archive.read(stringsEntry), scanner);
  }
  return { sheets, is1904: handler.is1904, dateStyles: styles.dateStyles(), strings };
}
