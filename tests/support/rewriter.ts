import { createServer, connect as dial } from 'node:net'
import { freePort } from './ports'

/** A way to a server on which some words become others, as a proxy may do it. Both are as long. */
export const openRewriter = async (target: number, words: string, others: string) => {
  if (words.length !== others.length) throw new Error('Packets say how long they are')
  const port = await freePort()
  const server = createServer((near) => {
    const far = dial(target, '127.0.0.1')
    near.on('data', (bytes) => {
      far.write(Buffer.from(bytes.toString('latin1').replaceAll(words, others), 'latin1'))
    })
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return { port, close: () => server.close() }
}
