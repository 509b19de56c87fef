import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { filesOf, keptOf } from '../../../actors/sent-files'
import type { KeptFile } from '../../store/ports/files'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { uuid } from '../input'
import { isTalkHeld } from '../privacy/held'

/** A file that is kept and was said; a Problem where there is none. */
export const findKept = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
): Promise<KeptFile | Problem> => {
  const kept = uuid.safeParse(id).success ? await store.files.find(id) : undefined
  return kept && kept.clientId !== null ? kept : new Problem('missing', 'missing')
}

/**
 * Removes a file for good, with the smaller copy of an image, whoever sent it: its message stays. It is
 * written down before, so that nothing is gone of which nobody knows.
 * Problems: limited, conflict `legallyHeld`.
 */
export const removeFile = async (
  desk: Desk,
  person: Staff,
  { id, conversation, clientId }: KeptFile,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  if (await isTalkHeld(desk, conversation)) return new Problem('conflict', 'legallyHeld')
  const entry =
    clientId === null ? undefined : await desk.store.transcripts.shown(conversation, clientId)
  const file = entry && filesOf(entry.body).find((one) => one.id === id)
  const ids = file ? keptOf([file]).map((one) => one.id) : [id]
  const told = { value: file?.name ?? id, bytes: file?.bytes ?? 0, conversation }
  await desk.store.audit.add(auditRow(desk, person, 'fileRemoved', `file:${id}`, told))
  for (const each of ids) await desk.files.remove(each)
  await desk.store.files.forget(ids)
  return null
}
