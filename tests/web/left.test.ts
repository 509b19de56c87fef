import { expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { until, visit } from '../support/desk'
import { openDeskOfTwo } from './colleagues'

test('who leaves while they wait is out of the line, among those that nobody answered', async () => {
  const { desk, ask, cookies } = await openDeskOfTwo()
  const { conversation: id, token } = await visit(desk, 'Vera')
  const rowIn = async (view: 'line' | 'closed') => {
    const { text } = await ask('GET', paths.workbench.list({ view }), { cookie: cookies.Ana })
    return new RegExp(`<li id="c-${id}"[\\s\\S]*?</li>`).exec(text)?.[0] ?? ''
  }
  await until(async () => (await rowIn('line')).includes('Vera'))
  await ask('POST', paths.chat.closure, { cookie: `bellhop-visitor=${token}`, form: {} })
  await until(async () => (await rowIn('closed')).includes('never answered'))
  expect(await rowIn('line')).toBe('')
  await desk.close()
}, 20_000)
