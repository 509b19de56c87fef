import type { AspectView } from './aspect'
import { priorityView } from './room/priority'
import { snoozeView } from './room/snooze'
import { tagsView } from './room/tags'
import { wrapUpView } from './room/wrap-up'

/** What colleagues do beside the talk, as far as it is shown, in the order it stands. */
export const aspectViews: readonly AspectView[] = [tagsView, priorityView, snoozeView, wrapUpView]
