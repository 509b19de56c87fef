import { aspects } from '../../../actors/conversation/aspects'
import { departmentSettings, type FileLimits } from '../../../actors/department/settings'
import { type FileFamily, fileFamilies } from '../../../actors/desk/file-families'
import type { SentFile } from '../../../actors/entry'
import { MB_BYTES } from '../../../actors/limits'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { keptOf } from '../../../actors/sent-files'
import type { ConversationRow } from '../../../actors/summary'
import { Refused } from '../../files/refused'
import { may } from '../../policies/may'
import type { Arrived } from '../../store/ports/files'
import { actorOf } from '../conversations/access'
import { type Said, write } from '../conversations/write'
import type { Desk, From } from '../desk'
import { settingsOfDesk } from '../desk-settings/read'
import { forgetDraft } from '../drafts/keep'
import { clientId } from '../input'
import { besideWords } from './beside-words'
import { type Coming, dropFiles, keepFile } from './keep'

/** A part of the form as it comes: a field, or a file that is read before the next part. */
export type FormPart = { name: string } & ({ value: string } | Coming)

/** With this in the field `inside` it is said to colleagues. */
const YES = 'yes'

/**
 * Says something with files, in a conversation this person was found to know of. What comes is kept
 * piece by piece; all of it is said as one entry or nothing of it stays.
 * Problems: those of `write`, of `besideWords` and of `keepFile`; invalid `tooManyFiles` |
 * `fieldUnknown`, tooLarge `filesTooLarge`.
 */
export const sendFiles = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  parts: AsyncIterable<FormPart>,
  from: From,
): Promise<Said | Problem> =>
  keepParts({ desk, person, row, parts, field: { name: 'file' } }, (input, files) =>
    sayWith(desk, person, row, input, from, files),
  )

type Fields = Record<string, unknown>

/** A form with files as it comes, for a conversation: in which field these are, and how many at most. */
type Parts = {
  desk: Desk
  person: Person
  row: ConversationRow
  parts: AsyncIterable<FormPart>
  field: { name: string; most?: number }
}

/** Keeps the files of a form while they come, and then says it; what was not said leaves nothing behind. */
export const keepParts = async (
  form: Parts,
  say: (fields: Fields, files: readonly SentFile[]) => Promise<Said | Problem>,
): Promise<Said | Problem> => {
  const files: SentFile[] = []
  const drop = () =>
    dropFiles(
      form.desk,
      keptOf(files).map(({ id }) => id),
    )
  try {
    const input = await receive(form, files)
    const said = isProblem(input) ? input : await say(input, files)
    if (isProblem(said) || said.repeat) await drop()
    return said
  } catch (fault) {
    await drop()
    throw fault
  }
}

/** Its fields, and `files` one after the other. */
const receive = async (
  { desk, person, row, parts, field }: Parts,
  files: SentFile[],
): Promise<Fields | Problem> => {
  const limits = await limitsOf(desk, person, row)
  const most = field.most ?? limits.fileCount
  const count = { bytes: 0 }
  const fields: [string, string][] = []
  for await (const part of parts) {
    if ('value' in part) {
      fields.push([part.name, part.value.toWellFormed()])
      continue
    }
    const isMore = files.length >= most
    const refused = await refusedFile(desk, person, part, { name: field.name, most, isMore })
    if (refused) return refused
    const bytes = counted(part.bytes, count, limits.messageSize)
    const kept = await keepFile(desk, row.id, { ...part, bytes }, limits)
    // A field of a form that nothing was put into.
    if (isProblem(kept) && kept.reason === 'fileEmpty' && part.fileName === '') continue
    if (isProblem(kept)) return inField(kept, field.name)
    files.push(kept)
  }
  return Object.fromEntries(fields)
}

const refusedFile = async (
  desk: Desk,
  { id }: Person,
  part: FormPart,
  { name, most, isMore }: { name: string; most: number; isMore: boolean },
): Promise<Problem | null> => {
  if (part.name !== name)
    return new Problem('invalid', 'fieldUnknown', { values: { field: part.name } })
  if (isMore)
    return new Problem('invalid', 'tooManyFiles', { field: name, values: { limit: most } })
  return desk.rate.spend('file', id)
}

/** What is wrong with a file is said at its own field. */
const inField = ({ code, reason, values, retryAfter }: Problem, field: string): Problem =>
  new Problem(code, reason, { values, field, ...(retryAfter === undefined ? {} : { retryAfter }) })

type Limits = FileLimits & { messageSize: number; families?: readonly FileFamily[] }

/** What may be sent in one message of a conversation: its department and the desk say, as they are now. */
const limitsOf = async (
  desk: Desk,
  person: Person,
  { department }: ConversationRow,
): Promise<Limits> => {
  const [row, uploads] = await Promise.all([
    desk.store.departments.find(department),
    settingsOfDesk(desk, 'uploads'),
  ])
  const own = row?.settings ?? departmentSettings.initial
  const { messageSize } = uploads
  if (person.kind === 'staff') return { ...own, messageSize }
  return { ...own, messageSize, families: fileFamilies.filter((family) => uploads[family]) }
}

/** The same bytes, as long as all files of the message are not more than so many megabytes. */
async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  count: { bytes: number },
  limit: number,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    count.bytes += piece.byteLength
    if (count.bytes > limit * MB_BYTES)
      throw new Refused(
        new Problem('tooLarge', 'filesTooLarge', { field: 'file', values: { limit } }),
      )
    yield piece
  }
}

const sayWith = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  { inside, ...fields }: Fields,
  from: From,
  files: readonly SentFile[],
): Promise<Said | Problem> => {
  const isNote = inside === YES && person.kind === 'staff'
  if (inside !== undefined && !isNote)
    return new Problem('invalid', 'fieldNotValid', { field: 'inside', values: { field: 'inside' } })
  if (isNote && !may.note(person, row)) return new Problem('forbidden', 'notAllowed')
  const form = besideWords(person, fields)
  if (isProblem(form)) return form
  const { words, seen, isDrafted } = form
  const how = isNote
    ? { type: aspects.note.event, name: actorOf(person, row).name, files }
    : { type: 'said' as const, ...actorOf(person, row), ...seen, files }
  const said = await tellingArrival(desk, files, words.client_id, () =>
    write(desk, person, row, words, from, how),
  )
  if (!isProblem(said) && isDrafted && person.kind === 'staff')
    await forgetDraft(desk, person, row.id)
  return said
}

/** Before it is said what came with it is written down, so that it can be found out whether it was. */
export const tellingArrival = async (
  desk: Desk,
  files: readonly SentFile[],
  id: unknown,
  say: () => Promise<Said | Problem>,
): Promise<Said | Problem> => {
  const entry = clientId.safeParse(id)
  if (entry.success && files.length > 0)
    await desk.store.files.arrived(arrivedOf(files), entry.data)
  const said = await say()
  if (!isProblem(said) && !said.repeat) await markSaid(desk, files)
  return said
}

/** All that is kept of them: the smaller copy of an image has no name of its own. */
const arrivedOf = (files: readonly SentFile[]): Arrived[] =>
  files.flatMap(({ id, name, type, bytes, small }) => [
    { id, name, type, bytes },
    ...(small ? [{ id: small.id, bytes: small.bytes }] : []),
  ])

/** That they were said is seen by their entry too, so this may fail. */
const markSaid = async ({ store, log }: Desk, files: readonly SentFile[]) => {
  if (files.length === 0) return
  try {
    await store.files.said(keptOf(files).map(({ id }) => id))
  } catch (problem) {
    log.warn('files are not marked as said yet', { problem })
  }
}
