import { expect, test } from 'bun:test'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'

/** Each command as it is started at a prompt; what it does is tested without a process around it. */
test('every command of the program runs, says its line and ends with its code', async () => {
  const data = scratchFolder()
  const run = async (argv: string[], input?: string) => {
    const program = runBellhop([...argv, '--data', data], { input })
    return { code: await program.exited, said: program.output() }
  }
  const said = (text: string, code = 0) => ({ code, said: expect.stringContaining(text) })
  const who = ['--email', 'olga@desk.test', '--name', 'Olga', '--password-stdin']
  expect(await run(['doctor'])).toEqual(said('There is no desk in', 2))
  expect(await run(['migrate'])).toEqual(said('Done: 0000'))
  const made = await run(['admin', 'create', ...who], 'a bell for every guest')
  expect(made).toEqual(said('Olga can sign in as olga@desk.test'))
  expect(await run(['department', 'set', 'Billing'])).toEqual(said('Billing  automatic'))
  // These only look, and may do so at once.
  const looks = [run(['agent', 'list']), run(['replay', '--all']), run(['doctor'])]
  const [agents, replayed, found] = await Promise.all(looks)
  expect(agents).toEqual(said('olga@desk.test'))
  expect(replayed).toEqual(said('0 different'))
  expect(found).toEqual(said('✓ store'))
}, 40_000)
