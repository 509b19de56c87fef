import { filesOf, keptOf } from '../../../actors/sent-files'
import { rowOf } from '../conversations/access'
import type { Desk } from '../desk'

/** Lines that are looked through at a time. */
const STRETCH = 500

/**
 * A conversation that went on in another one is about to go: files of lines that stand there now belong there from
 * now on. Answers which of these files nobody has any more.
 */
export const handOnFiles = async (
  desk: Desk,
  conversation: string,
  files: readonly string[],
): Promise<string[]> => {
  const into = files.length === 0 ? null : (await rowOf(desk, conversation))?.mergedInto
  if (!into || !(await rowOf(desk, into))) return [...files]
  const left = new Set(files)
  const { store } = desk
  for (let after = 0; left.size > 0; ) {
    const lines = await store.transcripts.after(into, after, STRETCH)
    const given = lines.flatMap(({ clientId, body }) =>
      keptOf(filesOf(body))
        .filter(({ id }) => left.delete(id))
        .map(({ id }) => ({ id, conversation: into, clientId })),
    )
    if (given.length > 0) await store.files.give(given)
    after = lines.at(-1)?.seq ?? after
    if (lines.length < STRETCH) break
  }
  return [...left]
}
