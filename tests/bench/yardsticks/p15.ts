import { scratchFolder, spawnProgram } from '../../support/programs'
import { inTurn, middle, type Yardstick } from '../measure'
import { short } from '../table'

const TURNS = 500
const script = `${import.meta.dir}/../department-turns.ts`

/** Whether a long line makes its department slow. */
export const p15: Yardstick = {
  id: 'P15',
  measure: async (bench) => {
    const { long, short: few } = await inTurn(bench, {
      long: () => turn(10_000),
      short: () => turn(10),
    })
    const [mine, theirs] = [long, few].map((runs) => middle(runs, (us) => us))
    return [
      {
        ...{ id: 'P15', what: "a department's turn, 10,000 in line ÷ 10" },
        ...{ ours: `${short(mine ?? 0)} µs`, floor: `${short(theirs ?? 0)} µs` },
        value: (mine ?? 0) / (theirs ?? 0),
        bar: { is: 'at most', goal: 2, first: 5 },
        ...{ counts: null, busy: '' },
        note: 'read, choose and commit on SQLite, 20 agents on the floor who are all full',
      },
    ]
  },
}

/** The middle turn of many, µs. */
const turn = async (waiting: number): Promise<number> => {
  const program = spawnProgram(process.execPath, [
    script,
    scratchFolder(),
    `${waiting}`,
    `${TURNS}`,
  ])
  await program.exited
  const found = /^result (.+)$/m.exec(program.output())?.[1]
  if (found === undefined) throw new Error(`no turns:\n${program.output()}`)
  return Number(found)
}
