import { expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

test('a dry run tells and does nothing, twice the same; the run does it once', async () => {
  const data = scratchFolder()
  const migrate = (...more: string[]) => runHere(['migrate', '--data', data, ...more])
  const first = await migrate('--dry-run')
  expect(first.out).toMatch(/^Would run: 0000_\w+/)
  expect(await migrate('--dry-run')).toEqual(first)
  expect(existsSync(join(data, 'bellhop.db'))).toBe(false)

  expect((await migrate()).out).toMatch(/^Done: 0000_\w+/)
  expect((await migrate()).out).toBe('The database is up to date.')
  expect((await migrate('--dry-run')).out).toBe('The database is up to date.')
})

test('a database that cannot be reached is named, its password is not', async () => {
  const env = { DATABASE_URL: 'mysql://ana:canary@127.0.0.1:1/desk' }
  const { code, err } = await runHere(['migrate', '--data', scratchFolder()], { env })
  expect(code).toBe(2)
  expect(err).toContain('127.0.0.1:1, as ana')
  expect(err).not.toContain('canary')
})
