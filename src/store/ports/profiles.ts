import type { NoticeRules } from '../../../actors/agent/notices'

/** What somebody who answers has set for themself; `avatar` is the mark of their picture. */
export type Profile = { account: string; avatar: string | null; notices: NoticeRules }

/** A picture by the mark of what is in it, so that it never changes. */
export type AvatarImage = { mark: string; type: string; bytes: Uint8Array }

/** Where a browser is told of something while no page is open, as the browser gave it. */
export type Push = {
  /** Hash of the endpoint: the same browser has one. */
  id: string
  account: string
  /** Hash of the token of the session in which it was asked for. */
  session: string
  endpoint: string
  p256dh: string
  auth: string
  language: string
}

/** Profiles of accounts, their pictures, and the browsers that are told. */
export interface Profiles {
  find(account: string): Promise<Profile | undefined>
  keep(profile: Profile): Promise<void>
  keepAvatar(image: AvatarImage): Promise<void>
  avatar(mark: string): Promise<AvatarImage | undefined>
  /** Removes a picture that nobody has any more. */
  dropAvatar(mark: string): Promise<void>
  /** Everybody who has a picture. */
  faces(): Promise<{ account: string; avatar: string }[]>
  subscribe(push: Push): Promise<void>
  /** Those whose sessions have not ended: who signs out is told no more. */
  pushesOf(account: string, now: number): Promise<Push[]>
  /** Accounts that may have any. */
  subscribers(): Promise<string[]>
  unsubscribe(id: string): Promise<void>
  /** Removes some browsers whose sessions have ended; answers whether there may be more. */
  forgetPushes(now: number): Promise<boolean>
  /** Nothing is known of them any more. */
  forget(account: string): Promise<void>
}
