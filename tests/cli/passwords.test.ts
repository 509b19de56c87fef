import { expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { runHere, serveHere } from './terminal'

test('a password is what standard input held, whatever ends its lines and however its letters are sent', async () => {
  const data = scratchFolder()
  const create = async (name: string, input: string) => {
    const whose = ['--email', `${name.toLowerCase()}@desk.test`, '--name', name, '--data', data]
    const { code, said } = await runHere(['agent', 'create', ...whose, '--password-stdin'], {
      input,
    })
    return { code, said }
  }
  const emoji = '😀'.repeat(600)
  const accents = 'Zoë’s caffè über alles'
  expect((await create('Ana', `${emoji}\r\n\r\n`)).code).toBe(0)
  expect((await create('Amir', `${accents.normalize('NFD')}\n\n`)).code).toBe(0)
  const broken = await create('Olga', 'a bell for\nevery guest')
  expect(broken.code).toBe(1)
  expect(broken.said).toStartWith('A line break or another control character is in this password')

  const desk = await serveHere({ dataDir: data })
  const enter = async (email: string, password: string) => {
    const { status } = await fetch(`${desk.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: desk.url, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ email, password }),
    })
    return status
  }
  expect(await enter('ana@desk.test', emoji)).toBe(303)
  expect(await enter('amir@desk.test', accents)).toBe(303)
  expect(await desk.stop()).toBe(0)
}, 30_000)

test.each<[what: string, bytes: Uint8Array]>([
  ['another encoding', Buffer.from('Zoë calls twice', 'latin1')],
  ['letters of which the last is cut short', Buffer.from('twelve letters é').subarray(0, -1)],
])(
  'a password in %s is refused, and no account is made',
  async (_, bytes) => {
    const data = scratchFolder()
    const whose = ['--email', 'ana@desk.test', '--name', 'Ana', '--data', data]
    const args = ['agent', 'create', ...whose, '--password-stdin']
    const program = runBellhop(args, { input: bytes })
    expect(await program.exited).toBe(2)
    expect(program.output().trim()).toBe(
      'What came on standard input is no text in UTF-8: send it as UTF-8',
    )
    expect(readdirSync(data)).not.toContain('bellhop.db')
  },
  20_000,
)
