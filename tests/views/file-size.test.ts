import { expect, test } from 'bun:test'
import { sizeText } from '../../views/words/files'

const MB = 1024 * 1024

/** The script's own, as it stands in its file. */
const ofScript = async (): Promise<(bytes: number) => string> => {
  const script = await Bun.file(new URL('../../static/file-parts.js', import.meta.url)).text()
  const [, own = ''] = /const sizeText = (\(bytes\) => \{[\s\S]*?\n {2}\})/.exec(script) ?? []
  return new Function('MB', `return ${own}`)(MB)
}

const sizes: [bytes: number, says: string][] = [
  ...([
    [0, '0 B'],
    [7, '7 B'],
    [1_023, '1023 B'],
  ] as const),
  ...([
    [1_024, '1 KB'],
    [1_900, '1.9 KB'],
    [48 * 1_024, '48 KB'],
  ] as const),
  ...([
    [MB, '1 MB'],
    [2.5 * MB, '2.5 MB'],
    [20 * MB, '20 MB'],
  ] as const),
].map(([bytes, says]) => [bytes, says])

test.each(sizes)(
  'a file of %d bytes is said to have %s, before it is sent and after',
  async (bytes, says) => {
    expect([sizeText(bytes), (await ofScript())(bytes)]).toEqual([says, says])
  },
)
