import { type FileHandle, open } from 'node:fs/promises'
import { Header } from 'tar/header'

const BLOCK_BYTES = 512
/** What is read at a time of a member. */
const PIECE_BYTES = 256 * 1024

/** One file in a tar file. Its bytes may be read once, before the next one is asked for, or not at all. */
export type Member = { name: string; size: number; bytes(): AsyncGenerator<Uint8Array> }

/** A tar file is cut short or damaged. */
export class DamagedTar extends Error {
  override readonly name = 'DamagedTar'
}

/** What is in a tar file, one after the other. Throws `DamagedTar`, and what the file system says. */
export async function* membersOf(path: string): AsyncGenerator<Member> {
  const handle = await open(path, 'r')
  try {
    let at = 0
    for (;;) {
      const header = headerIn(path, await blockAt(handle, at))
      if (header === 'end') return
      const { path: name, size } = header
      const begin = at + BLOCK_BYTES
      yield { name, size, bytes: () => piecesOf(path, handle, begin, size) }
      at = begin + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES
    }
  } finally {
    await handle.close()
  }
}

/** All of a member, for one that is known to be small. */
export const wholeOf = async (member: Member): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(member.bytes()))

const blockAt = async (handle: FileHandle, at: number): Promise<Buffer> => {
  const block = Buffer.alloc(BLOCK_BYTES)
  const { bytesRead } = await handle.read(block, 0, BLOCK_BYTES, at)
  return block.subarray(0, bytesRead)
}

const headerIn = (path: string, block: Buffer): 'end' | { path: string; size: number } => {
  if (block.length < BLOCK_BYTES) throw new DamagedTar(`${path} is cut short`)
  const header = new Header(block, 0)
  if (header.nullBlock) return 'end'
  const { cksumValid, path: name, size } = header
  if (!cksumValid || !name || size === undefined)
    throw new DamagedTar(`${path} is damaged, or no backup`)
  return { path: name, size }
}

async function* piecesOf(path: string, handle: FileHandle, from: number, size: number) {
  for (let done = 0; done < size; ) {
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, size - done))
    const { bytesRead } = await handle.read(piece, 0, piece.length, from + done)
    if (bytesRead === 0) throw new DamagedTar(`${path} is cut short`)
    done += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}
