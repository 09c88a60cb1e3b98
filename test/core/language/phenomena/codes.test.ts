/** Codes and numbers, and numbers that are none. */

import { describe } from 'vitest';
import { type Golden, holdMostly } from './golden.ts';

const CODES: readonly Golden[] = [
  { says: 'E01 on the register', hears: { 'screen-code=e01': 'E01' } },
  { says: 'e 01 shows up when I open the drawer of the register', hears: { 'screen-code=e01': 'e 01' } },
  { says: 'Register shows E-40 after power came back', hears: { 'screen-code=e40': 'E-40' } },
  { says: 'C 04 page of the scale', hears: { 'settings-page=c01-c07': 'C 04' } },
  { says: 'we opened c4 on the scale', hears: { 'settings-page=c01-c07': 'c4' } },
  { says: 'the cloud gives me 28841105', hears: { 'tuya-code=28841105': '28841105' } },
  {
    says: '{"code":1010,"msg":"token is expired","success":false,"t":1700000000000,"tid":"abc"}',
    hears: { 'tuya-code=1010': '1010', 'tuya-msg=token-expired': 'expired', 'role=developer': '"' },
  },
  {
    says: "{'code': 28841002, 'msg': 'Your subscription to cloud development plan has expired'}",
    hears: { 'tuya-code=28841002': '28841002', 'tuya-msg=plan-expired': 'subscription' },
  },
  { says: 'error 4711', never: ['tuya-code', 'screen-code', 'workshop-code'] },
  {
    says: 'error 1004 from tuya, sign invalid',
    hears: { 'tuya-code=1004': '1004', 'tuya-msg=sign-invalid': 'sign invalid' },
  },
  { says: 'invoice 1004 is wrong on the till', never: ['tuya-code'] },
  { says: 'tuya error code: 2007', hears: { 'tuya-code=2007': '2007' } },
  {
    says: 'code=1106 msg=permission deny',
    hears: { 'tuya-code=1106': '1106', 'tuya-msg=permission-deny': 'permission deny' },
  },
  { says: 'the scale shows 1010 g too much', never: ['tuya-code'] },
  {
    says: 'response: {\n  "success": false,\n  "code": 2406,\n  "msg": "skill id invalid"\n}',
    hears: { 'tuya-code=2406': '2406', 'tuya-msg=skill-id-invalid': 'skill' },
  },
  { says: 'H90 on the wheel balancer', hears: { 'workshop-code=fault-code': 'H90' } },
  {
    says: 'the balancer says C10',
    hears: { 'workshop-code=service-code': 'C10' },
    never: ['settings-page'],
  },
  { says: 'call me at 0161 496 1004 about the tuya api', never: ['tuya-code'] },
  {
    says: 'errorCode 1114 your ip dont have access to this API',
    hears: { 'tuya-code=1114': '1114', 'tuya-msg=ip-refused': 'ip' },
  },
  { says: 'Sentinel says status 7', hears: { 'licence-message=not-found': '7' } },
  {
    says: 'C08 is open on the scale',
    hears: { 'settings-page=other-page': 'C08' },
    never: ['settings-page=c01-c07'],
  },
  { says: 'your ticket 28841105-7 was closed', never: ['tuya-code', 'product=tuya-api'] },
  { says: 'the key error started on 10/04/1004 on the api, no code', never: ['tuya-code'] },
];

describe('codes and numbers', () => holdMostly(0.9, CODES));
