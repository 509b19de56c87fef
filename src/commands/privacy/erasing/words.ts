import { more } from '../../../../actors/erasing/erasure'
import { facets } from '../../../../actors/search/document'
import { wordsOf } from '../../../../actors/search/words'
import type { Erasing } from './step'

/** Nobody finds them by a word of theirs. What is left of their conversations is taken in anew. */
export const words: Erasing = async (desk, erasure) => {
  const { plan } = erasure
  for (const { id } of plan.talks) await desk.store.search.forget(id)
  const known = [...plan.names, ...plan.marks].flatMap(wordsOf)
  const said = plan.texts.flatMap(wordsOf)
  const all = new Set([
    ...known,
    ...said,
    ...known.flatMap((word) => [facets.visitor(word), facets.named(word)]),
  ])
  const gone = await desk.store.remains.dropWords([...all])
  return { ...erasure, counts: more(erasure.counts, 'words', gone) }
}
