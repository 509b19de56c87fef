import type { Verified } from '../../actors/audit'
import type { Dump } from '../store/dump/dump'
import type { Store } from '../store/store'
import { replay } from '../system/replay'
import { verifyChain } from '../system/sealer/verify'
import type { filesOf } from './files'

export type Proven = {
  actors: number
  turns: number
  /** Actors whose journal does not lead to what is stored of them. */
  different: string[]
  audit: Verified
}

const PAGE_ADDRESSES = 200
/** A turn may be taken between a look at the journal and one at what came of it. */
const LOOKS = 3

/** Takes every turn of a desk again, and walks its audit. Changes nothing. */
export const proveStore = async ({
  turns,
  audit,
}: Pick<Store, 'turns' | 'audit'>): Promise<Proven> => {
  const proven = { actors: 0, turns: 0, different: [] as string[] }
  for (let page = await turns.addresses('', PAGE_ADDRESSES); page.length > 0; ) {
    for (const address of page) {
      let played = await replay(turns, address)
      for (let n = 1; n < LOOKS && !played.equal; n += 1) played = await replay(turns, address)
      proven.actors += 1
      proven.turns += played.turns
      if (!played.equal) proven.different.push(address)
    }
    page = await turns.addresses(page.at(-1) ?? '', PAGE_ADDRESSES)
  }
  return { ...proven, audit: await verifyChain({ audit }) }
}

export type ProvenFiles = { count: number; bytes: number; missing: string[]; altered: string[] }

/** Whether the bytes of each file that was said are there, as many as it is known to have. */
export const proveFiles = async (
  dump: Dump,
  bytesOf: ReturnType<typeof filesOf>,
): Promise<ProvenFiles> => {
  const proven: ProvenFiles = { count: 0, bytes: 0, missing: [], altered: [] }
  const table = dump.tables.find(({ name }) => name === 'files')
  if (!table) return proven
  const at = (column: string) => table.columns.indexOf(column)
  const [id, bytes, said] = [at('id'), at('bytes'), at('said')]
  for await (const rows of dump.rows(table))
    for (const row of rows) {
      // What is still coming, or was never said, is promised to nobody.
      if (!row[said]) continue
      const file = String(row[id])
      const length = await lengthOf(await bytesOf(file))
      proven.count += 1
      proven.bytes += length ?? 0
      if (length === undefined) proven.missing.push(file)
      else if (length !== row[bytes]) proven.altered.push(file)
    }
  return proven
}

const lengthOf = async (bytes: AsyncIterable<Uint8Array> | undefined) => {
  if (!bytes) return undefined
  let length = 0
  for await (const piece of bytes) length += piece.byteLength
  return length
}
