import { logic } from '../logic'
import { initialDepartment } from './context'
import { departmentMachine } from './machine'
import { departmentNeeds } from './rules'
import { deriveDepartmentEffects, summarizeDepartment } from './summary'

export const department = logic({
  machine: departmentMachine,
  initial: initialDepartment(''),
  fallback: {
    shutSince: null,
    lastCame: 0,
    languages: [],
    lookAt: null,
    early: {},
    turnedAway: [],
  },
  shape: 1,
  upgrades: {},
  needs: departmentNeeds,
  derive: deriveDepartmentEffects,
  summarize: summarizeDepartment,
})
