import { describePlatform } from '../platform.contract.ts';
import { makePlaygroundRig } from '../rigs/playground.ts';

describePlatform('the playground', makePlaygroundRig);
