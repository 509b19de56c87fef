import { isProblem, Problem } from '../../../actors/problem'
import { type ImportOutcome, ImportPage } from '../../../views/office/visitors/import'
import { visitorPaths, visitorsInMenu } from '../../../views/office/visitors/list'
import { importVisitors } from '../../commands/visitors/import'
import { visitorRecords } from '../../commands/visitors/import-table'
import { Refused } from '../../files/refused'
import { answerProblem, page, wantsJson } from '../answer'
import { formParts } from '../body/multipart'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Route, route } from '../route'

const path = visitorPaths.taking
const permission = 'visitors.manage'
/** Of a table of 20,000 people with all that may be known of them. */
const TABLE_BYTES = 16 * 1024 * 1024

type Shown = { outcome?: ImportOutcome; problem?: Problem }

const drawn = (c: Ask, web: WebContext, { outcome, problem }: Shown) => {
  const person = staff(c)
  return ImportPage({
    ...{ ...c.get('look'), menu: web.menu(person), page: visitorsInMenu },
    ...{ me: { id: person.id, name: person.name }, outcome: outcome ?? null },
    ...(problem ? { refused: { form: 'import', problem, typed: {} } } : {}),
  })
}

const tooLarge = () =>
  new Problem('tooLarge', 'fileTooLarge', {
    ...{ field: 'file', values: { name: 'CSV', limit: TABLE_BYTES / 1024 / 1024 } },
  })

type Sent = { text: string; dry: boolean }

/** The table and what is to be done with it; nothing is kept of the file. */
const receive = async (c: Ask, { desk }: WebContext): Promise<Sent | Problem> => {
  const found = { text: '', mode: '' }
  try {
    for await (const part of formParts(c, desk.clock)) {
      if ('value' in part) {
        if (part.name !== 'mode') return unknown(part.name)
        found.mode = part.value
        continue
      }
      if (part.name !== 'file') return unknown(part.name)
      const decoder = new TextDecoder()
      let bytes = 0
      for await (const piece of part.bytes) {
        bytes += piece.byteLength
        if (bytes > TABLE_BYTES) return tooLarge()
        found.text += decoder.decode(piece, { stream: true })
      }
    }
  } catch (fault) {
    if (fault instanceof Refused) return fault.problem
    throw fault
  }
  if (found.mode !== 'check' && found.mode !== 'import')
    return new Problem('invalid', 'fieldNotValid', { field: 'mode', values: { field: 'mode' } })
  return { text: found.text, dry: found.mode === 'check' }
}

const unknown = (field: string) => new Problem('invalid', 'fieldUnknown', { values: { field } })

const take = async (c: Ask, web: WebContext): Promise<ImportOutcome | Problem> => {
  const sent = await receive(c, web)
  if (isProblem(sent)) return sent
  const records = visitorRecords(sent.text)
  if (isProblem(records)) return records
  const { dry } = sent
  return { dry, ...(await importVisitors(web.desk, staff(c), records, { dry })) }
}

/** A table of visitors: its page, and what is done with it. */
export const visitorImportRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, permission },
    show: (c, web) => page(c, drawn(c, web, {})),
  }),
  route<ImportOutcome>({
    ...{ method: 'POST', path, permission, streams: true },
    run: ({ c, web }) => take(c, web),
    made: ({ c, web }, outcome) => {
      const status = outcome.wrongCount > 0 ? 422 : 200
      return wantsJson(c) ? c.json(outcome, status) : page(c, drawn(c, web, { outcome }), status)
    },
    refused: ({ c, web }, problem) => answerProblem(c, problem, drawn(c, web, { problem })),
  }),
]
