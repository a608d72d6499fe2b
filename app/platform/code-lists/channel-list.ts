import { groupedList } from './code-list.ts';

/**
 * The way in which a contact took place. Each channel counts in exactly one group: a counsellor
 * who goes to the person (home, workplace, hospital, detention) is outreach; the centre's own room
 * and its kiosk or mobile unit are in person.
 */
export const channel = groupedList({
  in_person: ['in_person_centre', 'in_person_mobile', 'kiosk'],
  telephone: ['hotline_inbound', 'phone_outbound', 'sms', 'ussd_ivr'],
  online: [
    'whatsapp',
    'telegram',
    'viber',
    'imo',
    'messenger',
    'instagram',
    'email',
    'web_form',
    'web_chat',
    'video_call',
    'facebook_comment',
    'tiktok_comment',
    'youtube_comment',
  ],
  outreach: ['in_person_outreach', 'home_visit', 'workplace_visit', 'detention_visit', 'hospital_visit'],
  partner: ['partner_handover', 'letter'],
});

export type Channel = (typeof channel.codes)[number];
export type ChannelGroup = (typeof channel.groups)[number];

export function channelGroupOf(code: Channel): ChannelGroup {
  return channel.group(code);
}
