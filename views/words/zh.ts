import type { Words } from './en'
import { chat } from './zh/chat'
import { common, pages } from './zh/common'
import { forDesk, forVisitor, rejects, strategies } from './zh/notices'
import { office } from './zh/office'
import { reasons } from './zh/reasons'
import { times } from './zh/times'
import { workbench } from './zh/workbench'

export const zh: Words = {
  common,
  pages,
  chat,
  workbench,
  office,
  times,
  reasons,
  notices: { visitor: forVisitor, desk: forDesk },
  strategies,
  rejects,
}
