import type { LineOf } from '../../../actors/moving/line'
import { filesOf, keptOf } from '../../../actors/sent-files'
import { HEAD_BYTES, kindOf } from '../../files/kinds'
import type { Numbered, Outcome } from './moved'
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'

/** A file that came with an entry: its bytes lie at a path by now. */
export const takeFile = async (
  { store, desk, refs }: Taking,
  { line, path }: Numbered<LineOf<'file'>>,
): Promise<Outcome> => {
  const { source, source_id: sourceId, client_id: clientId, name, type, at } = line
  const conversation = await refs.one(source, 'conversation', line.conversation)
  if (conversation === undefined) return { why: 'conversationMissing', field: 'conversation' }
  const id = idFor(source, 'file', sourceId)
  if (await store.files.find(id)) return { id, was: 'known' }
  if (!desk) return { id }
  if (!(await store.transcripts.byClientId(conversation, clientId))) return { why: 'entryMissing' }
  const file = path === undefined ? undefined : Bun.file(path)
  if (!file || !(await file.exists())) return { why: 'bytesMissing' }
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const kind = await kindOf(head, name)
  if (!kind || kind.type !== type || file.size !== line.bytes) return { why: 'bytesOther' }
  // Of what was taken back, or is of somebody who was erased, no bytes come back.
  const entry = await store.transcripts.shown(conversation, clientId)
  const names = entry ? keptOf(filesOf(entry.body)) : []
  if (!names.some((one) => one.id === id)) return { why: 'entryMissing' }
  // What is left of one that was interrupted.
  await desk.files.remove(id)
  const bytes = await desk.files.put(id, file.stream())
  const brought = { id, conversation, clientId, bytes, name, type, at }
  const origins = originsOf(line, id)
  const outcome = await store.origins.bringIn({ turns: [], files: [brought], origins })
  return outcome === 'done' ? { id } : { id, was: 'known' }
}
