import { isProblem } from '../../../actors/problem'
import { hireAgent } from '../../../src/commands/agents/hire'
import { createDepartment } from '../../../src/commands/departments/create'
import { openTestDesk, PASSWORD } from '../desk'
import { fillBig, type Sizes } from './fill'

export { PASSWORD } from '../desk'

/** Olga sees everything; Sina two departments, Bo one in which there is hardly anything. */
export const readers = ['Olga', 'Sina', 'Bo'] as const
export type Reader = (typeof readers)[number]
export const emailOf = (name: string): string => `${name.toLowerCase()}@desk.test`

/** A desk with a past and people who look at it, in an empty database. */
export const makeBig = async (url: string, sizes: Sizes): Promise<void> => {
  const desk = await openTestDesk({ env: { DATABASE_URL: url } })
  try {
    const open = async (name: string) => {
      const id = await createDepartment(desk.desk, { name })
      if (isProblem(id)) throw new Error(id.reason)
      return id
    }
    const [sales, support, tiny] = [await open('Sales'), await open('Aid'), await open('Tiny')]
    const employ = async (
      name: string,
      role: 'admin' | 'supervisor' | 'agent',
      departments: readonly string[],
    ) => {
      const account = { name, email: emailOf(name), password: PASSWORD }
      const id = await hireAgent(desk.desk, account, { departments }, role)
      if (isProblem(id)) throw new Error(id.reason)
      return id
    }
    const olga = await employ('Olga', 'admin', [sales])
    const sina = await employ('Sina', 'supervisor', [support, tiny])
    const ana = await employ('Ana', 'agent', [sales, support])
    const bo = await employ('Bo', 'agent', [tiny])
    await fillBig(url, sizes, {
      departments: [sales, support, tiny],
      ...{ agents: [ana, bo], readers: [olga, sina, bo] },
    })
  } finally {
    await desk.close()
  }
}
