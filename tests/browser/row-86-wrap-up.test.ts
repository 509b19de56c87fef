import { expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { usualWrapUp } from '../../actors/department/usual-wrap-up'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { until } from './people'
import { openTalk, REFUSED, scene, TIME } from './scene'

const order = {
  ...{ key: 'order', type: 'text', required: true, pattern: '@@-##', options: [] },
  ...{ label: { en: 'Order', zh: '订单' }, help: { en: '', zh: '' } },
}

/** As a colleague does elsewhere. */
const prioritized = (page: Page, path: string): Promise<number> =>
  page.evaluate(async (to) => {
    const body = new URLSearchParams({ priority: 'urgent' })
    const headers = { 'HX-Request': 'true' }
    return (await fetch(to, { method: 'POST', body, headers })).status
  }, path)

test.concurrent(
  'what is asked before it ends is filled in where it is ended, and nothing typed is lost meanwhile',
  scene(async (desk, cast) => {
    await configureDepartment(desk.desk, 'support', { wrapUpFields: [...usualWrapUp, order] })
    const { agent, vera } = await openTalk(desk, cast)
    await agent.locator('.end-chat > button').click()
    const card = agent.locator('#end')
    await card.getByLabel('Order').fill('12')
    await card.getByLabel('Reason').selectOption('refund')
    // What others do redraws the head that the card stands in.
    const id = new URL(agent.url()).pathname.split('/').at(-1) ?? ''
    const told = await prioritized(agent, paths.workbench.priority(id))
    expect(told).toBe(204)
    await until(
      'the priority',
      () => agent.locator('#priority').getAttribute('data-priority'),
      'urgent',
    )
    const typed = () => card.locator('input[name="field.order"]').inputValue()
    expect([await card.isVisible(), await typed()]).toEqual([true, '12'])
    await card.getByLabel('Solved').selectOption('yes')
    await card.getByRole('button', { name: 'End it' }).click()
    const says = () => card.locator('.form-problem').innerText()
    await until('why not', async () => /“Order” should look like/.test(await says()), true)
    expect([await card.isVisible(), await typed()]).toEqual([true, '12'])
    await card.getByLabel('Order').fill('AB-12')
    await card.getByRole('button', { name: 'End it' }).click()
    const row = () => desk.desk.store.conversations.row(id)
    await until('the end', async () => (await row())?.wrapUp?.filled, true)
    await vera.getByText('Ana ended the chat.').first().waitFor()
    expect(await vera.content()).not.toContain('AB-12')
  }, REFUSED),
  TIME,
)
