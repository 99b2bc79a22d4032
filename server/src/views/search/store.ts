import { statement } from "../../platform/database/pool.ts";
import type { Statement, Tx } from "../../platform/database/pool.ts";
import { endingsOf } from "./rules.ts";
import type { FoundSubject, SearchPlace, SearchQuery } from "./rules.ts";
import { legalForms, nameWords } from "./text.ts";

const endings = endingsOf(legalForms);
const places = [nameWords.areaMarks, nameWords.longAreas];

/** Most names taken from one probe of an index (one more tells that there are more). */
const probeMax = 500;

export interface FoundRow extends FoundSubject {
  readonly place: SearchPlace;
  readonly more: boolean;
}

const columns = "n.subject, n.folded, n.name, (n.known_until is not null)::int as former";

// Ranges by ~>=~ and ~<~ are what `like 'x%'` becomes, but also in a plan that was made before the text was known.
// Tiers: 0 code · 1 the very name · 2 the name under another legal form · 3 beginning of a code · 4 of a name ·
// 5 end of a name but for its legal form (a place before it) · 6 behind a place · 7 anywhere · 8 part of a code · 9 apart.
// A place of two characters is any two: a list of all places would have to be kept for what is only an order.
function isPlace(text: string): string {
  return `(length(${text}) = 2 or right(${text}, 1) = any($7::text[]) or ${text} = any($8::text[]))`;
}

function nameProbes(condition: string): string {
  return `
     (select ${columns}, 1 as tier
        from subject.pub_name n where n.searchable and n.folded = $1 limit ${probeMax + 1})
     union all
     (select ${columns}, 1
        from subject.pub_name n where not n.searchable and n.digest = $2 and n.folded = $1 limit ${probeMax + 1})
     union all
     (select ${columns}, 2
        from subject.pub_name n where n.searchable and n.folded = any($3::text[]) limit ${probeMax + 1})
     union all
     (select ${columns}, 4
        from subject.pub_name n where n.searchable and n.folded ~>=~ $1 and n.folded ~<~ $4
        order by n.folded using ~<~ limit ${probeMax + 1})
     union all
     (select ${columns},
             case when right(n.folded, -(strpos(n.folded, $5) + length($5) - 1)) = any($6::text[]) then 5
                  when ${isPlace("left(n.folded, strpos(n.folded, $1) - 1)")} then 6 else 7 end
        from subject.pub_name n where n.searchable ${condition} and strpos(n.folded, $1) > 0 limit ${probeMax + 1})`;
}

const byPairs = nameProbes("and n.bigrams @> $9::text[]");

// Not asked where the very name was found, nor where fragments fill the list. A name may fit several readings.
const apart = `
     (select distinct n.subject, n.folded, n.name, n.former, 9
        from unnest($10::text[], $11::text[]) as reading(pairs, pattern)
        cross join lateral (
          select ${columns} from subject.pub_name n
          where n.searchable and n.bigrams @> string_to_array(reading.pairs, ' ') and n.folded like reading.pattern
          limit ${probeMax + 1}) n
        where (select count(*) <= ${probeMax} and coalesce(min(tier), 9) > 2 from plain)
        limit ${probeMax + 1})`;

const pageValues = ["int", "int", "int", "text", "text", "int"];

/** The probes' hits, each subject once, in order, after a place; the place and limit are the parameters from `first`. */
function ranked(plain: string, behind: string | null, first: number): string {
  const [tier, former, length, folded, subject, limit] = pageValues.map((type, at) => `$${first + at}::${type}`);
  return `with plain as materialized (${plain}
   ), hit as materialized (select * from plain ${behind === null ? "" : `union all ${behind}`}
   ), best as (
     select distinct on (subject) subject, tier, former, length(folded) as length, folded, name
     from hit order by subject, tier, former, length(folded), folded collate "C"
   ), page as (
     select * from best
     where ${tier} is null
        or (tier, former, length, folded collate "C", subject collate "C") > (${tier}, ${former}, ${length}, ${folded}, ${subject})
     order by tier, former, length, folded collate "C", subject collate "C" limit ${limit}
   )
   select p.subject as uscc, coalesce(c.name, p.name) as name, s.kind, s.standing,
          case when p.former = 1 and p.folded is distinct from c.folded then p.name end as "formerName",
          json_build_array(p.tier, p.former, p.length, p.folded, p.subject) as place,
          exists (select 1 from hit group by case when tier in (6, 7) then 5 else tier end having count(*) > ${probeMax}) as more
   from page p
   join subject.pub_subject s on s.subject = p.subject
   left join lateral (
     select c.name, c.folded from subject.pub_name c where c.subject = p.subject and c.known_until is null
     order by c.registered desc, c.known_from desc, c.folded collate "C" limit 1
   ) c on true
   order by p.tier, p.former, p.length, p.folded collate "C", p.subject collate "C"`;
}

const noName = "''::text, null::text, 0";
const isOrganisation = "s.kind not in ('individual-business', 'natural-person')";
const findByCode = statement(
  "search.by-code",
  ranked(
    `select s.subject, '' as folded, null::text as name, 0 as former, 0 as tier from subject.pub_subject s where s.subject = $1`,
    null,
    2,
  ),
);
const findByName = statement("search.by-name", ranked(byPairs, apart, 12));
const findByForm = statement("search.by-form", ranked(nameProbes(""), null, 9));
const findByEither = statement(
  "search.by-either",
  ranked(
    `${byPairs}
     union all
     (select s.subject, ${noName}, 3 from subject.pub_subject s
        where s.subject ~>=~ $10 and s.subject ~<~ $11 and ${isOrganisation}
        order by s.subject using ~<~ limit ${probeMax + 1})
     union all
     (select s.subject, ${noName}, 3 from subject.pub_subject s
        where substr(s.subject, 9, 9) between $12 and $13 and ${isOrganisation} limit ${probeMax + 1})
     union all
     (select s.subject, ${noName}, 8 from subject.pub_subject s
        where substr(s.subject, 3) ~>=~ $14 and substr(s.subject, 3) ~<~ $15 and ${isOrganisation}
        order by substr(s.subject, 3) using ~<~ limit ${probeMax + 1})
     union all
     (select s.subject, ${noName}, 8 from subject.pub_subject s
        where reverse(s.subject) ~>=~ $16 and reverse(s.subject) ~<~ $17 and ${isOrganisation}
        order by reverse(s.subject) using ~<~ limit ${probeMax + 1})`,
    null,
    18,
  ),
);

/** Beyond every text that begins so: no character sorts after it. */
const last = "\u{10FFFF}";

/** An organisation code holds capitals and digits only, so that this bound serves under any collation. */
const organisationLength = 9;

/** Subjects that fit, best first, after a place. Separate index probes, so that no common fragment is sorted whole. */
export async function findSubjects(
  tx: Tx,
  query: SearchQuery,
  page: { readonly limit: number; readonly after: SearchPlace | null; readonly digest: Buffer },
): Promise<FoundRow[]> {
  const place = [...(page.after ?? [null, null, null, null, null]), page.limit];
  const [asked, values] = questionOf(query, page.digest);
  return tx.rows<FoundRow>(asked, [...values, ...place]);
}

function questionOf(query: SearchQuery, digest: Buffer): readonly [Statement, readonly unknown[]] {
  const { code, codePrefix, organisationPrefix, codePart, folded, readings } = query;
  if (code !== null) return [findByCode, [code]];
  const names = [folded, digest, query.sameCore, folded + last, query.stem, endings, ...places];
  if (query.bigrams.length === 0) return [findByForm, names];
  const paired = [...names, query.bigrams];
  if (codePrefix === null) {
    const pairs = readings.map((reading) => reading.pairs.join(" "));
    return [findByName, [...paired, pairs, readings.map(({ pattern }) => pattern)]];
  }
  const organisation = [organisationPrefix, organisationPrefix?.padEnd(organisationLength, "Z") ?? null];
  const parts = codePart === null ? [null, null, null, null] : [...rangeOf(codePart), ...rangeOf(reversed(codePart))];
  return [findByEither, [...paired, ...rangeOf(codePrefix), ...organisation, ...parts]];
}

function rangeOf(beginning: string): readonly [string, string] {
  return [beginning, beginning + last];
}

function reversed(code: string): string {
  return [...code].toReversed().join("");
}
