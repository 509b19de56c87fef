import { expect, test } from 'bun:test'
import { databaseFiles } from '../../../src/files/database'
import { type Fresh, withStore } from './fixtures'

const PIECE_BYTES = 256 * 1024

async function* inParts(bytes: Uint8Array, partBytes: number) {
  for (let at = 0; at < bytes.byteLength; at += partBytes) yield bytes.subarray(at, at + partBytes)
}

export const filesContract = (fresh: Fresh): void =>
  withStore('files', fresh, (store) => {
    test('one that is expected is nobody’s until its entry is said', async () => {
      const { files } = store()
      await files.expect({ id: 'a', conversation: 'talk', at: 10 })
      await files.expect({ id: 'b', conversation: 'talk', at: 20 })
      expect(await files.find('a')).toEqual({
        ...{ id: 'a', conversation: 'talk', clientId: null, bytes: 0, at: 10 },
      })
      await files.arrived([{ id: 'a', bytes: 3 }], 'entry-1')
      expect(await files.find('a')).toMatchObject({ clientId: 'entry-1', bytes: 3 })
      const ids = async (before: number) => (await files.unsaid(before, 10)).map(({ id }) => id)
      expect([await ids(10), await ids(20), await ids(21)]).toEqual([[], ['a'], ['a', 'b']])
      await files.said(['a'])
      expect(await ids(21)).toEqual(['b'])
      expect((await files.of('talk', 'entry-1')).map(({ id }) => id)).toEqual(['a'])
      await files.forget(['a', 'b'])
      expect([await files.find('a'), await ids(99)]).toEqual([undefined, []])
      await files.forget([])
    })

    test('bytes come back as they were, from wherever somebody reads', async () => {
      const bytes = databaseFiles(store().files)
      const whole = crypto.getRandomValues(new Uint8Array(60_000))
      const large = new Uint8Array(Buffer.concat(Array.from({ length: 10 }, () => whole)))
      expect(await bytes.put('large', inParts(large, 50_001))).toBe(large.byteLength)
      const read = async (from: number, to: number) =>
        new Response(await bytes.read('large', from, to)).bytes()
      expect(await read(0, large.byteLength)).toEqual(large)
      for (const [from, to] of [
        [PIECE_BYTES - 3, PIECE_BYTES + 3],
        [PIECE_BYTES, PIECE_BYTES + 1],
        [large.byteLength - 1, large.byteLength],
      ] as const)
        expect(await read(from, to)).toEqual(large.subarray(from, to))
      await bytes.remove('large')
      expect(await bytes.read('large', 0, 1)).toBeUndefined()
    })

    test('one that ends badly leaves no piece', async () => {
      const { files } = store()
      async function* cut() {
        yield new Uint8Array(PIECE_BYTES * 2)
        throw new Error('cut off')
      }
      expect(databaseFiles(files).put('cut', cut())).rejects.toThrow('cut off')
      await Bun.sleep(0)
      await databaseFiles(files).remove('cut')
      expect(await files.piece('cut', 0)).toBeUndefined()
    })
  })
