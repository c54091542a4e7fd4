-- Every cost row of one customer in the window, acquisition apart: it belongs to CAC.
select c.row_number as row_number, c.cost_date as cost_date, c.amount as amount, c.cost_type as cost_type
from costs as c
where c.customer_id = $customer_id and c.cost_type <> 'acquisition'
  and c.cost_date > cast($window_from as date) and c.cost_date <= cast($costs_to as date)
