import { describePlatform } from '../platform.contract.ts';
import { makeSlackRig, makeSlackSocketRig } from '../rigs/slack.ts';

describePlatform('Slack over HTTP', makeSlackRig);
describePlatform('Slack over Socket Mode', makeSlackSocketRig);
