import { stringify } from 'csv-stringify/sync'
import type { KeptAct } from '../../../actors/audit'
import type { Audit, AuditAsk } from '../../store/ports/audit'

/** What is asked for; what is left out narrows nothing. */
export type Narrowing = Pick<AuditAsk, 'act' | 'actor' | 'object'>

/** Records that are read together. */
const TOGETHER = 500
/** Characters of what a terminal shows of the details. */
const SHOWN = 80

/** The newest that are asked for, at most so many. */
export const readAll = async (
  audit: Pick<Audit, 'page'>,
  asked: Narrowing,
  limit: number,
): Promise<KeptAct[]> => {
  const rows: KeptAct[] = []
  let after: AuditAsk['after'] = null
  while (rows.length < limit) {
    const wanted = Math.min(TOGETHER, limit - rows.length)
    const some = await audit.page({ ...asked, oldestFirst: false, after }, wanted)
    rows.push(...some)
    const last = some.at(-1)
    if (!last || some.length < wanted) break
    after = { by: last.at, id: last.id }
  }
  return rows
}

const at = (row: KeptAct) => new Date(row.at).toISOString()

/** The columns that a terminal shows. */
export const auditListing: Readonly<Record<string, (row: KeptAct) => string>> = {
  seq: ({ seq }) => (seq === null ? '–' : String(seq)),
  at,
  who: ({ actorName }) => actorName || '–',
  act: ({ act }) => act,
  object: ({ object }) => object,
  from: ({ address }) => address ?? '–',
  detail: ({ detail }) => {
    const told = JSON.stringify(detail)
    return told.length > SHOWN ? `${told.slice(0, SHOWN).toWellFormed()}…` : told
  },
}

const columns: Readonly<Record<string, (row: KeptAct) => string | number | null>> = {
  seq: ({ seq }) => seq,
  id: ({ id }) => id,
  at,
  actor: ({ actor }) => actor,
  actor_name: ({ actorName }) => actorName,
  act: ({ act }) => act,
  object: ({ object }) => object,
  detail: ({ detail }) => JSON.stringify(detail),
  address: ({ address }) => address,
  browser: ({ browser }) => browser,
  prev: ({ prev }) => prev,
  hash: ({ hash }) => hash,
}

/** All that are asked for as text, the oldest first, a stretch at a time: never more of it is held. */
export async function* stretches(
  audit: Pick<Audit, 'page'>,
  asked: Narrowing,
  isJson: boolean,
): AsyncGenerator<string> {
  yield isJson ? '[' : inCsv([Object.keys(columns)])
  let after: AuditAsk['after'] = null
  let isFirst = true
  for (;;) {
    const rows: KeptAct[] = await audit.page({ ...asked, oldestFirst: true, after }, TOGETHER)
    const last = rows.at(-1)
    if (!last) break
    if (isJson) yield (isFirst ? '' : ',') + rows.map((row) => JSON.stringify(row)).join(',\n')
    else yield inCsv(rows.map((row) => Object.values(columns).map((value) => value(row))))
    isFirst = false
    if (rows.length < TOGETHER) break
    after = { by: last.at, id: last.id }
  }
  if (isJson) yield ']'
}

/** Cells that a table program would take for a formula begin with a `'`. Who prints it ends the last line. */
const inCsv = (cells: (string | number | null)[][]): string =>
  stringify(cells, { escape_formulas: true, eof: false })
