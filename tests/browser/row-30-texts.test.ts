import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { textPaths } from '../../views/office/texts/paths'
import { findingsOf } from '../views/axe'
import { ana, olga } from './desk'
import { openAt, openBench, until } from './people'
import { REFUSED, scene, TIME } from './scene'

const HELLO = textPaths.one('chat.hello')
const shownIn = (page: Page) =>
  page.frameLocator('iframe[name=preview-en]').locator('#text-here').innerText()
const field = (page: Page) => page.locator('form[action$="/en"] [name=text]')

const save = (page: Page) => page.locator('form[action$="/en"] .primary').click()

test.concurrent(
  'a text is tried beside its form as it is written, and read by visitors once it is saved',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    await desk.hire(olga, { role: 'admin' })
    const office = await cast.agent(olga)
    const vera = cast.keep(await openAt(`${desk.url}/chat`, { locale: 'en' }))
    await office.goto(`${desk.url}${HELLO}`)
    await until('the preview', () => shownIn(office), 'How can we help?')
    expect(await findingsOf(office)).toEqual([])
    await field(office).fill('Ahoy there!')
    await until('what is written', () => shownIn(office), 'Ahoy there!')
    expect(await vera.locator('h1').innerText()).toBe('How can we help?')

    await save(office)
    await office.getByText('Saved. Visitors read it from now on.').waitFor()
    await vera.reload()
    expect(await vera.locator('h1').innerText()).toBe('Ahoy there!')
    await office.getByRole('button', { name: 'Back to built-in' }).click()
    await office.getByText('Back as it is built in.').waitFor()

    await field(office).fill('Who? {{name}}')
    await save(office)
    await office.getByText('{{name}} stands for nothing here. Take it out.').waitFor()
    const focused = () => office.evaluate(() => document.activeElement?.id)
    await until('the fault in focus', focused, 'field-en-text')
    expect(await field(office).inputValue()).toBe('Who? {{name}}')

    // Enter saves what has one line, and shows no preview.
    await office.goto(`${desk.url}${textPaths.one('chat.start')}`)
    await field(office).fill('Hoist the flag')
    await field(office).press('Enter')
    await office.getByText('Saved. Visitors read it from now on.').waitFor()
    await office.goto(`${desk.url}${textPaths.list}`)
    expect(await findingsOf(office)).toEqual([])
  }, REFUSED),
  TIME,
)

test.concurrent(
  'without a script the preview is shown by its button',
  scene(async (desk, cast) => {
    await desk.hire(olga, { role: 'admin' })
    const visit = await openBench(desk.url, olga, { javaScriptEnabled: false })
    const office = cast.keep(visit)
    await office.goto(`${desk.url}${HELLO}`)
    await field(office).fill('Ahoy there!')
    await office.locator('form[action$="/en"] [formtarget]').click()
    await until('the preview', () => shownIn(office), 'Ahoy there!')
    expect(new URL(office.url()).pathname).toBe(HELLO)
  }),
  TIME,
)
