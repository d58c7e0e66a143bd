import type { Words } from './words.ts';

export const es: Words = {
  matters: {
    billing: [
      'Nos han cobrado dos veces la factura {n}',
      '¿Pueden enviarnos otra vez la factura {n}?',
    ],
    refund: ['¿Dónde está el reembolso del pedido {n}?'],
    delivery_order: [
      'Mi paquete {n} no ha llegado, ¿dónde está?',
      'Falta un artículo en el pedido {n}',
    ],
    account_access: ['No puedo iniciar sesión, el enlace para restablecer la contraseña no llega'],
    bug_outage: ['La exportación falla con el error {n} desde esta mañana'],
    how_to: [
      '¿Cómo añado a un compañero a nuestra cuenta?',
      '¿Dónde encuentro la clave de la API?',
    ],
    cancellation_churn: ['Queremos cancelar la suscripción a fin de mes'],
    complaint: ['Es la tercera vez que escribo y nadie me responde bien'],
    feature_request: ['Estaría bien recibir los informes por correo cada lunes'],
    security_privacy: ['Creo que otra persona ha entrado en mi cuenta'],
  },
  outage: [
    'No funciona nada, ¡nadie puede trabajar!',
    'Error 503 en todas las páginas. ¿Hay una caída?',
  ],
  besides: ['Es bastante urgente para nosotros'],
  thanks: ['Gracias', '¡Muchas gracias!'],
  worked: ['Sí, ya funciona, ¡muchas gracias!'],
  further: ['Es el número {n}', 'No, sigue sin funcionar'],
  unhappy: ['Esto es inaceptable, sigo esperando y nada funciona'],
  person: ['Quiero hablar con una persona, por favor'],
  praise: ['Gracias {name}, ¡lo has explicado muy bien!'],
  again: ['Se ha vuelto a romper, igual que antes'],
  stop: ['Por favor, no me escriban más'],
  glad: ['Rápido y amable'],
  sad: ['Ha tardado demasiado'],
  answers: [
    'Hola {name}, lo he corregido en tu cuenta. ¿Puedes volver a cargar la página y decirme si está bien?',
  ],
  added: ['Lo acabo de comprobar por nuestra parte y está bien.'],
  questions: ['Hola {name}, ¿me puedes enviar el número de la factura?'],
  promises: ['Hola {name}, me ocupo de ello y te escribo mañana antes de las 16:00.'],
  amends: [
    'Hola {name}, siento que te hayamos fallado. Lo he leído todo otra vez y he arreglado lo que quedaba. ¿Te parece bien así?',
  ],
};
