import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { isProblem } from '../../actors/problem'
import { start } from '../../src/commands/visitors/start'
import { ana, type TestDesk } from './desk'
import { endChat, openRow, rowOf, said, standing, told, until, untilLive, write } from './people'
import { scene, TIME } from './scene'

/** Each does something that can be noticed if any page takes it for more than text. */
const payloads = [
  '<script>ran=1;fetch("/stolen")</script>',
  '</script><script>ran=1</script>',
  '<img src=x onerror="ran=1;fetch(`/stolen`)">',
  '<img src=/stolen>',
  '<svg onload=ran=1>',
  '<svg><style><img src=x onerror=ran=1></style>',
  '"><b onmouseover=ran=1>b</b>',
  "' autofocus onfocus=ran=1 x='",
  '<b hx-get=/stolen hx-trigger=load>b</b>',
  '<b data-hx-get=/stolen data-hx-trigger=load>b</b>',
  '<b hx-on:load="ran=1">b</b>',
  '<template hx type=partial hx-target=body>ran</template>',
  '<hx-partial hx-target=body>gone</hx-partial>',
  '<hx-upsert hx-target="#transcript">gone</hx-upsert>',
  '</textarea><iframe src=/stolen></iframe>',
  '<a href="javascript:ran=1">here</a>',
  'javascript:ran=1',
  '<meta http-equiv=refresh content="0;url=/stolen">',
  '<link rel=stylesheet href=/stolen>',
  '&lt;b&gt; &#60;script&#62; #{ran=1} {{ran=1}} <%= ran=1 %>',
]

/** Fails when a script ran, something was fetched, or a payload became an element. */
const watch = (page: Page) => {
  const stolen: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('stolen')) stolen.push(request.url())
  })
  page.on('dialog', (dialog) => stolen.push(dialog.message()))
  return async () => {
    expect(stolen).toEqual([])
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
    const made = '[onerror], [onload], [hx-get], [data-hx-get], a[href^="javascript:" i]'
    expect(await page.locator(made).count()).toBe(0)
    expect(new URL(page.url()).pathname).toMatch(/^\/(chat|workbench)/)
  }
}

const queue = async ({ desk }: TestDesk, name: string, nth: number) => {
  const ask = { name, text: payloads[nth] ?? '', client_id: `hostile-${nth}` }
  const started = await start(desk, null, ask, { address: '127.0.0.1', language: 'en' })
  expect(isProblem(started)).toBe(false)
}

test.concurrent(
  'whatever is written stays text, on both sides, live and afterwards',
  scene(async (desk, cast) => {
    const name = '<img src=/stolen onerror=ran=1>Ana'
    await desk.hire({ ...ana, name }, { capacity: 50 })
    const agent = await cast.agent({ ...ana, name }, 'ready')
    const vera = await cast.visitor({ name: '<b hx-get=/stolen>Vera', text: payloads[0] ?? '' })
    const checks = [watch(agent), watch(vera)]
    await openRow(agent, '<b hx-get=/stolen>Vera')
    await untilLive(vera)
    await until(
      'the name of the visitor',
      () => agent.locator('#room-head h1').innerText(),
      '<b hx-get=/stolen>Vera',
    )
    await until('the name of the agent', () => vera.locator('#status h1').innerText(), name)
    for (const text of payloads.slice(1)) await write(vera, text)
    await until('all that Vera wrote', () => said(agent), payloads)
    for (const text of payloads) await write(agent, text)
    await until('all that the agent wrote', () => said(vera), [...payloads, ...payloads])
    await agent.locator('#composer textarea').pressSequentially('<')
    await until('the typing', () => vera.locator('#typing .typing-now').count(), 1)
    for (const check of checks) await check()

    await agent.locator('#composer textarea').fill('')
    await endChat(agent)
    await until('the end', () => standing(vera), 'ended')
    await vera.locator('.rating label').first().click()
    await vera.fill('.rating textarea', payloads.join(' '))
    await vera.click('.rating button[type=submit]')
    const added = async () => (await told(vera)).at(-1)?.includes(payloads.join(' '))
    await until('the words to be there', added, true)
    for (const check of checks) await check()
    await vera.reload()
    expect(await said(vera)).toEqual([...payloads, ...payloads])
    expect((await told(vera)).at(-1)).toContain(payloads.join(' '))

    await agent.goto(`${desk.url}/workbench?view=closed`)
    await rowOf(agent, 'Vera').locator('a').click()
    await until(
      'the rating',
      async () => (await told(agent)).at(-1)?.includes(payloads.join(' ')),
      true,
    )
    expect(await said(agent)).toEqual([...payloads, ...payloads])
    for (const check of checks) await check()
  }),
  TIME,
)

test.concurrent(
  'names and first lines in the lists are text',
  scene(async (desk, cast) => {
    await desk.hire(ana, { capacity: 50 })
    const agent = await cast.agent(ana, 'ready')
    const check = watch(agent)
    const names = payloads.map((payload) => payload.slice(0, 60))
    for (const [nth, name] of names.entries()) await queue(desk, name, nth)
    const rows = (part: string) => agent.locator(`#inbox .row ${part}`).allInnerTexts()
    const sorted = async (part: string) => (await rows(part)).toSorted()
    await until('all names', () => sorted('.row-name'), names.toSorted())
    await until('all first lines', () => sorted('.preview'), payloads.toSorted())
    await agent.reload()
    expect(await sorted('.row-name')).toEqual(names.toSorted())
    await check()
  }),
  TIME,
)
