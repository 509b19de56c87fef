import { chat } from './en/chat'
import { common, pages } from './en/common'
import { forDesk, forVisitor, rejects, strategies } from './en/notices'
import { office } from './en/office'
import { reasons } from './en/reasons'
import { times } from './en/times'
import { workbench } from './en/workbench'

export const en = {
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

/** What a language must say; a word missing from another one fails type-checking. */
export type Words = typeof en
