import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { ana } from './desk'
import { endChat, openAt, rowOf, said, setStatus, signIn, until } from './people'
import { REFUSED, scene, TIME } from './scene'

const plain = { javaScriptEnabled: false }

/** Sends what is written by the button, as nobody's script does it. */
const send = async (page: Page, text: string) => {
  await page.fill('#composer textarea', text)
  await page.click('#composer button[type=submit]')
}

/** What a visitor reads in all: the page itself, then the frame that renews itself. */
const read = async (page: Page): Promise<string[]> => [
  ...(await said(page)),
  ...(await page
    .frameLocator('.tail-frame')
    .locator('#transcript > [data-kind=said] .body')
    .allInnerTexts()),
]

const renewed = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  await page.reload()
  return look()
}

test.concurrent(
  'a talk without JavaScript on either side, an end and a rating',
  scene(async (desk, cast) => {
    await desk.hire(ana)
    const agent = cast.keep(await openAt(`${desk.url}/sign-in`, plain))
    await signIn(agent, ana)
    await setStatus(agent, 'ready')
    const vera = await cast.visitor({ name: 'Vera', text: 'Is anybody there?' }, plain)
    await until('the row', () => renewed(agent, () => rowOf(agent, 'Vera').count()), 1)
    await rowOf(agent, 'Vera').locator('a').click()
    expect(await said(agent)).toEqual(['Is anybody there?'])
    const unread = async () => {
      await agent.reload()
      return rowOf(agent, 'Vera').locator('.badge').count()
    }
    await until('it to be read', unread, 0)
    await vera.fill('#composer textarea', 'I was just wri')
    await send(agent, 'I am')
    expect(await said(agent)).toEqual(['Is anybody there?', 'I am'])

    await until(
      'the reply, without a click',
      () => read(vera),
      ['Is anybody there?', 'I am'],
      8_000,
    )
    const status = vera.frameLocator('.tail-frame').locator('#status')
    await until('who helps', () => status.locator('h1').innerText(), 'Ana')
    await send(agent, 'Are you?')
    const talk = ['Is anybody there?', 'I am', 'Are you?']
    await until('the next, without a click', () => read(vera), talk)
    expect(await vera.inputValue('#composer textarea')).toBe('I was just wri')

    await send(vera, 'Yes')
    expect(await said(vera)).toEqual([...talk, 'Yes'])
    await agent.reload()
    expect(await said(agent)).toEqual([...talk, 'Yes'])
    await endChat(agent)
    await agent.waitForURL('**/workbench')

    await until('the end, without a click', () => status.getAttribute('data-state'), 'ended')
    await send(vera, 'One more thing')
    expect(await vera.locator('.field-problem').innerText()).toContain('has ended')
    expect(await vera.inputValue('.ended textarea')).toBe('One more thing')
    await vera.click('.ended button[formaction]')
    expect(await said(vera)).toEqual([...talk, 'Yes', 'One more thing'])
    expect(await vera.locator('#composer').count()).toBe(1)
    await endChat(vera)
    await vera.goto(`${desk.url}/chat`)
    await vera.locator('.rating input[value="5"]').check({ force: true })
    await vera.fill('.rating textarea', 'Kind')
    await vera.click('.rating button[type=submit]')
    expect(await vera.locator('.rating legend').innerText()).toContain('You gave 5 of 5 stars')
    await vera.locator('.rating input[value="3"]').check({ force: true })
    await vera.click('.rating button[type=submit]')
    expect(await vera.locator('.rating legend').innerText()).toContain('You gave 3 of 5 stars')
    await vera.click('.ended a.button')
    expect(await vera.locator('textarea[name=text]').count()).toBe(1)
    await setStatus(agent, 'off')
    await agent.click('.me-button')
    await agent.click('#me-menu form[action="/sign-out"] button')
    expect(await agent.locator('h1').innerText()).toBe('You are signed out')
  }, REFUSED),
  TIME,
)
