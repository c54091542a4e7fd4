-- Each name that a customer goes by in the sales lines, and the last day it was used.
select
  s.customer_id as customer_id,
  s.customer_name as customer_name,
  max(s.sale_date) as last_used
from sales as s
where s.customer_id is not null and s.customer_name is not null and s.sale_date <= cast($as_of as date)
group by s.customer_id, s.customer_name
