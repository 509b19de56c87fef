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
): Promise<Said | Problem> => {
  const files: SentFile[] = []
  const drop = () =>
    dropFiles(
      desk,
      keptOf(files).map(({ id }) => id),
    )
  try {
    const input = await receive(desk, person, row, parts, files)
    const said = isProblem(input) ? input : await sayWith(desk, person, row, input, from, files)
    if (isProblem(said) || said.repeat) await drop()
    return said
  } catch (fault) {
    await drop()
    throw fault
  }
}

type Fields = Record<string, unknown>

/** Its fields, and `files` one after the other. */
const receive = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  parts: AsyncIterable<FormPart>,
  files: SentFile[],
): Promise<Fields | Problem> => {
  const limits = await limitsOf(desk, person, row)
  const count = { bytes: 0 }
  const fields: [string, string][] = []
  for await (const part of parts) {
    if ('value' in part) {
      fields.push([part.name, part.value.toWellFormed()])
      continue
    }
    const refused = await refusedFile(desk, person, part, files.length, limits)
    if (refused) return refused
    const bytes = counted(part.bytes, count, limits.messageSize)
    const kept = await keepFile(desk, row.id, { ...part, bytes }, limits)
    // A field of a form that nothing was put into.
    if (isProblem(kept) && kept.reason === 'fileEmpty' && part.fileName === '') continue
    if (isProblem(kept)) return kept
    files.push(kept)
  }
  return Object.fromEntries(fields)
}

const refusedFile = async (
  desk: Desk,
  person: Person,
  { name }: FormPart,
  count: number,
  { fileCount }: FileLimits,
): Promise<Problem | null> => {
  if (name !== 'file') return new Problem('invalid', 'fieldUnknown', { values: { field: name } })
  if (count >= fileCount)
    return new Problem('invalid', 'tooManyFiles', { field: 'file', values: { limit: fileCount } })
  return desk.rate.spend('file', person.id)
}

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
  const entry = clientId.safeParse(words.client_id)
  // From here on it can be found out whether they were said.
  if (entry.success && files.length > 0)
    await desk.store.files.arrived(arrivedOf(files), entry.data)
  const how = isNote
    ? { type: aspects.note.event, name: actorOf(person, row).name, files }
    : { type: 'said' as const, ...actorOf(person, row), ...seen, files }
  const said = await write(desk, person, row, words, from, how)
  if (!isProblem(said) && isDrafted && person.kind === 'staff')
    await forgetDraft(desk, person, row.id)
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
