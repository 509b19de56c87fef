import { join } from 'node:path'
import { paths } from '../../../views/paths'
import { freePort } from '../../support/ports'
import { runBellhop } from '../../support/program'
import { endPrograms, scratchFolder, waitFor } from '../../support/programs'

/** What a desk does in a day, in a place without a way out. Says so when all of it was done. */
const dataDir = scratchFolder()
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const demo = runBellhop(['demo', '--port', `${port}`, '--data', dataDir], {
  env: { BASE_URL: url },
})
const isReady = async () => (await fetch(`${url}${paths.ready}`)).status === 200
await waitFor('the demo', isReady, 120_000, 200)
const row = /^admin\s.*?\s(\S+@\S+)\s+(\S+)/m
await waitFor('its people', () => row.test(demo.output()), 20_000)
const [, email = '', password = ''] = row.exec(demo.output()) ?? []

const ask = (path: string, cookie: string, form?: Record<string, string> | FormData) =>
  fetch(`${url}${path}`, {
    ...{ redirect: 'manual', method: form ? 'POST' : 'GET' },
    ...(form ? { body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: cookie },
  })
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ')

const signedIn = cookieOf(await ask(paths.session.signIn, '', { email, password }))
const seen = new Set<string>()
const next = [paths.office.page as string, paths.workbench.page]
const LARGEST = 150
while (next.length > 0 && seen.size < LARGEST) {
  const path = next.shift() ?? ''
  if (seen.has(path)) continue
  seen.add(path)
  const answer = await ask(path, signedIn)
  const html = await answer.text()
  if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`)
  for (const [, href = ''] of html.matchAll(/href="(\/(?:office|workbench|me)[^"#]*)"/g))
    next.push(href.replaceAll('&amp;', '&'))
}
if (seen.size < 40) throw new Error(`only ${seen.size} pages were seen`)

const began = await ask(paths.chat.page, '', {
  text: 'Hello',
  client_id: 'first-of-all',
  email: 'vera@shop.example',
})
const visitor = cookieOf(began)
const form = new FormData()
form.set('client_id', 'with-a-file')
form.set('text', 'See https://shop.example/beans')
form.append('file', new File(['some text\n'], 'note.txt'))
const sent = await ask(paths.chat.files, visitor, form)
if (sent.status >= 400) throw new Error(`no file: ${sent.status}`)
await (await ask(paths.chat.page, visitor)).text()

const run = async (...args: string[]) => {
  const program = runBellhop(args)
  const code = await program.exited
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${program.output()}`)
}
const file = join(scratchFolder(), 'out.tar')
await run('backup', file, '--data', dataDir)
await run('verify', file)
await run('config', 'nginx')
await runBellhop(['doctor', '--data', dataDir]).exited
await demo.stop()
console.log(`${seen.size} pages, all of it was done`)
endPrograms()
