import { expect } from 'bun:test'
import { freePort } from '../support/ports'
import { runHere } from './terminal'

/** Opens a desk there and closes it at once, when it can be opened. */
export const serve = async (data: string, env: Record<string, string> = {}) => {
  const port = `${await freePort()}`
  return runHere(['serve', '--host', '127.0.0.1', '--port', port, '--data', data], { env })
}

/** That it ended with 2 and a sentence; answers the sentence. */
export const refusal = ({ code, err }: { code: number; err: string }, says: string) => {
  expect(err).toContain(says)
  expect(code).toBe(2)
  return err
}

export const SECRET = 'q7Zk2m9XcV4bN8rT1wY6uP3sD5fG0hJ2'
export const ana = ['--email', 'ana@desk.test', '--name', 'Ana']
