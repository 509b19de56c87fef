import { expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { createMacro } from '../../src/commands/macros/write'
import { rulePaths } from '../../views/office/rules'
import { amir, olga } from './desk'
import { until } from './people'
import { openTalk, scene, TIME } from './scene'

test(
  'the editor of macros asks by a field that fits the act, and what is chosen is saved',
  scene(async ({ desk, url, hire, department }, cast) => {
    await department({ id: 'billing', name: 'Billing' })
    await hire(olga, { role: 'admin' })
    const page = await cast.agent(olga)
    await page.goto(url + rulePaths.list)
    const row = (nth: number) => page.locator('.macro-act').nth(nth)
    const act = (nth: number) => page.locator(`[name="act.${nth}"]`)
    const value = (nth: number) => page.locator(`[name="value.${nth}"]`)
    await page.fill('input[name=name]', 'Urgent, to billing')
    await act(1).selectOption('prioritize.priority')
    await value(1).selectOption('urgent')
    await act(2).selectOption('note')
    await value(2).fill('In a hurry')
    // Words stay where words are wanted yet, and go where they are not.
    await act(2).selectOption('say')
    expect(await value(2).inputValue()).toBe('In a hurry')
    await act(3).selectOption('end')
    expect(await row(2).locator('textarea').count()).toBe(0)
    await act(3).selectOption('transfer')
    await value(3).selectOption('Billing')
    await page.getByRole('button', { name: 'Create macro' }).click()
    await page.getByRole('heading', { name: 'Urgent, to billing' }).waitFor()
    const saved = async () => (await desk.store.macros.all()).map(({ acts }) => acts)
    await until('it to be saved', saved, [
      [
        { does: 'prioritize.priority', value: 'urgent' },
        { does: 'say', value: 'In a hurry' },
        { does: 'transfer', value: 'Billing' },
      ],
    ])
    expect(await value(3).inputValue()).toBe('Billing')
    await page.goto(url + rulePaths.list)
    expect(await page.locator('.office-row small').innerText()).toBe(
      'Set the priority: Urgent · Say: In a hurry · Hand over to a department: Billing',
    )
  }),
  TIME,
)

test(
  'beside macros, the key for handing over opens that and not them',
  scene(async (desk, cast) => {
    await desk.hire(amir)
    const id = await desk.hire(olga, { role: 'admin' })
    const chief = { kind: 'staff', id, name: 'Olga', role: 'admin', departments: [] } as const
    const macro = { name: 'Urgent', 'act.1': 'prioritize.priority', 'value.1': 'urgent' }
    const made = await createMacro(desk.desk, chief, macro)
    if (isProblem(made)) throw new Error(made.reason)
    const { agent } = await openTalk(desk, cast)
    await agent.locator('.macros > summary').waitFor()
    await agent.locator('#scroll').focus()
    await agent.keyboard.press('t')
    await until('it to be open', () => agent.locator('#transfer-to').isVisible(), true)
    expect(await agent.locator('.macros[open]').count()).toBe(0)
  }),
  TIME,
)
