import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon'

type Empty = { icon: IconName; title: string; hint?: string; children?: Child }

/** What will appear here, and how. */
export const Empty = ({ icon, title, hint, children }: Empty) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon name={icon} />
    </span>
    <p class="empty-title">{title}</p>
    {hint && <p class="empty-hint">{hint}</p>}
    {children}
  </div>
)
