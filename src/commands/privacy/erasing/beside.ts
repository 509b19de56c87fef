import { more } from '../../../../actors/erasing/erasure'
import { scrubbed } from '../../../../actors/erasing/scrubber'
import { type KeptTexts, type TextTable, textTables } from '../../../store/ports/remains'
import { tell } from '../../blocks/keep-out'
import type { Desk } from '../../desk'
import { type Scrubbers, scrubbersOf } from './scrubbers'
import { type Erasing, PAUSE_MS, STRETCH } from './step'

/** What was written to them, for them or about them and is no line: mail, drafts, reasons, saved lists. */
export const beside: Erasing = async (desk, erasure) => {
  const { plan } = erasure
  const own = plan.talks.filter((talk) => talk.own).map(({ id }) => id)
  const dropped = await desk.store.remains.dropBeside({
    ...{ conversations: own, visitors: plan.visitors, values: plan.marks },
    emails: plan.marks.filter((mark) => mark.includes('@')),
  })
  desk.outbox.remove(dropped.letters)
  if (dropped.blocks > 0) {
    await tell(desk)
  }
  const scrubbers = await scrubbersOf(desk, plan)
  let quotes = 0
  for (const table of textTables) quotes += await scrubTable(desk, table, scrubbers)
  let { counts } = erasure
  counts = more(counts, 'mails', dropped.letters.length)
  counts = more(counts, 'drafts', dropped.unsent)
  counts = more(counts, 'blocks', dropped.blocks)
  return { ...erasure, counts: more(counts, 'quotes', quotes) }
}

const scrubTable = async (
  desk: Desk,
  table: TextTable,
  { elsewhere }: Scrubbers,
): Promise<number> => {
  const { remains } = desk.store
  let count = 0
  for (let after: readonly string[] | null = null; ; ) {
    const rows: KeptTexts[] = await remains.texts(table, after, STRETCH)
    const changed = rows.flatMap((row) => {
      const words = Object.fromEntries(
        Object.entries(row.words).map(([column, value]) => [
          column,
          // By their language.
          column === 'bodies' ? scrubbed(value, elsewhere, () => true) : scrubbed(value, elsewhere),
        ]),
      )
      const isSame = Object.keys(words).every((column) => words[column] === row.words[column])
      return isSame ? [] : [{ ...row, words }]
    })
    if (changed.length > 0) await remains.putTexts(table, changed)
    count += changed.length
    after = rows.at(-1)?.key ?? null
    if (rows.length < STRETCH) return count
    await desk.clock.sleep(PAUSE_MS)
  }
}
